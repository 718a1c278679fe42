/** Where the two sites of the demonstration stand: two hosts, so that the frame is another site's, as it is in life. */
export interface DemoAddresses {
  /** `http://localhost:8787`. */
  readonly department: string
  /** `http://127.0.0.1:4100`: the origin that the Department knows. */
  readonly partner: string
  readonly partnerPort: number
  /** The partner's pages under an origin that the Department does not know. */
  readonly unregistered: string
}

export const demoAddresses = (department: string, partnerPort: number): DemoAddresses => ({
  department: new URL(department).origin,
  partner: `http://127.0.0.1:${partnerPort}`,
  partnerPort,
  unregistered: `http://localhost:${partnerPort}`
})
