import { Context } from "effect"

/** Which telephone numbers are given out; the numbering plans change, so a library of the server knows them. */
export class PhoneRanges extends Context.Service<
  PhoneRanges,
  {
    /** Whether a number (E.164) is in a range that is in use. */
    readonly isAssigned: (phoneNumber: string) => boolean
  }
>()("core/two-step/PhoneRanges") {}
