/** The answer of `GET /v1/me/profile`. */
export interface ProfileView {
  /** Never changed. @rule R-17 */
  readonly username: string
  readonly name: string
  readonly phoneCountry: string
  readonly phoneType: string
  readonly phoneNumber: string
  readonly email: string
  readonly locale: string
  /** Id of the question; absent where none was chosen. */
  readonly secretQuestion?: string
}

/** What may be changed in one call, as typed; what is absent stays. */
export interface ProfileTexts {
  readonly name?: string
  readonly phoneCountry?: string
  readonly phoneType?: string
  readonly phoneNumber?: string
  readonly locale?: string
  /** The new address and again: a link goes there, and it counts once that is used. */
  readonly email?: string
  readonly confirmEmail?: string
}

/** The answer of `PATCH /v1/me/profile`. `emailLinkSent`: a link is on its way to the new address. */
export interface ChangedProfileView extends ProfileView {
  readonly emailLinkSent?: true
}
