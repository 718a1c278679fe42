import type { Citation } from "../engine/Citation.ts"
import type { NonEmpty } from "../engine/Rule.ts"

/** A sentence of the source that a rule cannot check: a screen, an order, a grant, or the form of a text. */
export interface Statement {
  readonly id: string
  readonly title: string
  readonly cites: NonEmpty<Citation>
  /** Name of the test that checks it. */
  readonly heldBy: string
}

const seed = (line: number, quote: string): Citation => ({ source: "seed", line, quote })

/** The sentences of the source that are not rules, each with the test that checks it. */
export const statements: ReadonlyArray<Statement> = [
  {
    id: "R-01",
    title: "Who has not filed in the state leaves the request for one of the three registrations",
    cites: [
      seed(67, "If you would like to register a new business, register here"),
      seed(93, "click the Cancel button and use New Taxpayer Registration instead")
    ],
    heldBy: "R-01 who has not filed is led to the registration of a business, an individual or an estate"
  },
  {
    id: "R-02",
    title: "A taxpayer is a business or an individual, and one of them is chosen",
    cites: [seed(61, "Select one of the options below to continue.")],
    heldBy: "R-02 a taxpayer is an individual or a business"
  },
  {
    id: "R-05",
    title: "The ID is typed twice alike",
    cites: [seed(89, "Confirm ID: *  Required")],
    heldBy: "R-05 the number is typed twice alike, or the second field says so"
  },
  {
    id: "R-10",
    title: "An amount is compared to the cent, however it is typed",
    cites: [seed(137, "100.00"), { decision: "D-04" }],
    heldBy: "R-10 an amount is read to the cent"
  },
  {
    id: "R-11",
    title: "The amount is that of the return as originally filed; an amendment is no second return",
    cites: [{ decision: "D-05" }],
    heldBy: "R-11 the amount is that of the return as it was first filed"
  },
  {
    id: "R-12",
    title: "Either spouse may use the amounts of a joint return, as the policy says",
    cites: [{ decision: "D-06" }],
    heldBy: "R-12 a joint return counts where the policy accepts it"
  },
  {
    id: "R-13",
    title: "Who has only zero returns, or none of the account types, is told to call: the same words for everybody",
    cites: [
      seed(95, "If you have only zero returns (no refund and no tax due) for the past 3 years"),
      seed(121, "please call the Department of Revenue at 1-617-887-6367 or toll free at 1-800-392-6089"),
      { decision: "D-08" }
    ],
    heldBy: "R-13 the phone numbers are one policy value, the misprint of line 95 mended"
  },
  {
    id: "R-15",
    title: "A line item is net income of form 63 FI, total assets of the 355 family, net income of M-990T-62 or 3M",
    cites: [
      seed(65, "net income on Form 990-N for Financial Institution Excise"),
      seed(65, "Total Assets on Forms 555, 555S or 55556 for Corporate Excise"),
      seed(65, "Net Income on Form M-990T-62 or 3M for Unrelated Business Income")
    ],
    heldBy: "R-15 a line item is the line of its account type's form"
  },
  {
    id: "R-20",
    title:
      "The first person becomes the Master Administrator; who comes later a Tax Administrator of the verified account",
    cites: [
      seed(201, "You will be made a Tax Administrator on this taxpayer, with only access to the account"),
      { decision: "D-10" }
    ],
    heldBy: "R-20 the role follows from whether a Master Administrator exists"
  },
  {
    id: "R-21",
    title: "The Master Administrator's contact details come after login, as an e-message",
    cites: [
      seed(201, "Contact information will be e-messed to you and will be available after you have logged in."),
      { decision: "D-10" }
    ],
    heldBy: "R-21 a role names no other person"
  },
  {
    id: "R-22",
    title: "The notice of the Master Administrator speaks of a company to businesses only",
    cites: [seed(201, "A Master Administrator exists for your company."), { decision: "D-10" }],
    heldBy: "R-22 the role notice speaks of a company to businesses only"
  },
  {
    id: "R-23",
    title: "A tax professional gets the Manage My Clients view, no client, and no other scope",
    cites: [seed(247, "check this box for access to the Manage My Clients link"), { decision: "D-11" }],
    heldBy: "R-23 being a tax professional changes no scope"
  },
  {
    id: "R-25",
    title: "The terms certify the number that was given: SSN, ITIN or FEIN",
    cites: [seed(288, "I certify that the Social Security Number (SSN) that I have provided is in fact mine.")],
    heldBy: "R-25 the terms certify the number that was given"
  },
  {
    id: "R-26",
    title: "The summary shows no secret, keeps the entries on Previous, and Submit alone commits",
    cites: [
      seed(326, "Confirm this information is accurate and then use the Submit button"),
      seed(326, "use the Previous button and correct it before submitting")
    ],
    heldBy: "R-26 the summary shows no secret, and only Submit commits"
  },
  {
    id: "R-27",
    title: "A submitted request has one confirmation number, unique for ever, and a time",
    cites: [seed(359, "Confirmation Number: 0-704-061-440"), { decision: "D-16" }],
    heldBy: "R-27 the confirmation number"
  },
  {
    id: "R-28",
    title: "Where nothing stands against it, a request is approved by itself",
    cites: [
      seed(360, "11/20/2020 1:55:15 PM"),
      seed(389, "Received: Friday, Nov 20, 2020 1:55:16 PM"),
      { decision: "D-12" }
    ],
    heldBy: "R-28 a request that nothing stands against is approved"
  },
  {
    id: "R-30a",
    title: "The first login sets up two-step verification",
    cites: [seed(402, "The first time you login, you will be required to set up two step verification.")],
    heldBy: "R-30a the first log-in sets up two-step verification"
  },
  {
    id: "R-31",
    title: "One of three ways to get codes is set up at least, and each can be changed later",
    cites: [seed(420, "You must set up two-step verification using one of the options below."), { decision: "D-14" }],
    heldBy: "R-31 codes come by app, text message or e-mail"
  },
  {
    id: "R-32",
    title: "The e-mail address for codes is its own: it need not be the profile's",
    cites: [seed(439, "What email address would you like to use?"), { decision: "D-14" }],
    heldBy: "R-32 the two-step e-mail address need not be the profile's"
  },
  {
    id: "R-33",
    title: "Text messages come with their words of consent, and stop when the number is removed",
    cites: [seed(422, "To stop receiving SMS messages, remove your number above.")],
    heldBy: "R-33 a phone number that is removed gets no more codes"
  },
  {
    id: "R-35",
    title: "A device can be trusted on the code screen of a log-in only, not while codes are set up",
    cites: [seed(475, "check the box under the security code that says Trust this device"), { decision: "D-15" }],
    heldBy: "R-35 a device is trusted at log-in only"
  },
  {
    id: "R-37",
    title: "Populate exists in development only",
    cites: [seed(463, "in development environments only.")],
    heldBy: "R-37 Populate exists in development only"
  },
  {
    id: "R-38",
    title: "An address is in clear while it is set up, masked at log-in",
    cites: [seed(459, "was sent to elmo@dor.state.ma.us"), seed(483, "was sent to e***@d**."), { decision: "D-23" }],
    heldBy: "R-38 an address is masked label by label"
  },
  {
    id: "R-39",
    title: "Cancel leaves at any step and makes nothing",
    cites: [seed(141, "Cancel"), { decision: "D-33" }],
    heldBy: "R-39 can be left at every step until it is submitted"
  },
  {
    id: "R-40",
    title: "The page to print holds number, time, username and PIN; the PIN is shown once",
    cites: [
      seed(364, "Please print this page and save the confirmation number above for your records."),
      { decision: "D-17" }
    ],
    heldBy: "R-40 the receipt to print has number, time and username, and the PIN once"
  },
  {
    id: "R-42",
    title: "The refund is the line of the form, before offsets and interest",
    cites: [seed(133, "Refund Amount")],
    heldBy: "R-42 the refund is the line of the form"
  },
  {
    id: "R-43",
    title: "Where the line is in whole dollars, a typed amount is rounded half up to dollars first",
    cites: [seed(137, "Amount")],
    heldBy: "R-43 a line in whole dollars is met by an amount rounded half up"
  },
  {
    id: "R-44",
    title: "The window is ordered by period end; today is the date in America/New_York",
    cites: [seed(73, "one of the last three returns")],
    heldBy: "R-44 the window is ordered by the end of the period"
  },
  {
    id: "R-45",
    title: "The purpose and the law of asking for the number are told before it is asked",
    cites: [
      {
        source: "Privacy Act of 1974, section 7 (5 U.S.C. 552a note)",
        url: "https://www.justice.gov/opcl/privacy-act-1974"
      }
    ],
    heldBy: "R-45 purpose and law of asking for the number are told before it is asked"
  },
  {
    id: "R-46",
    title: "Nothing that one applicant tried can be read by another",
    cites: [{ decision: "D-09" }, { decision: "D-30" }],
    heldBy: "R-46 nothing that one applicant tried can be read by another"
  }
]
