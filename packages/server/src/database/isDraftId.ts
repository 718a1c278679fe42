const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u

/** Whether a text can be the id of a request: PostgreSQL fails on any other. */
export const isDraftId = (id: string): boolean => uuid.test(id)
