import { ContactHelp } from "./ContactHelp.tsx"

export const examples = { shown: <ContactHelp phone="617-887-6367" tollFree="800-392-6089" hours="contact.hours" /> }
