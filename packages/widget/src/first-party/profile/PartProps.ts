import type { Api } from "../../api/Api.ts"
import type { PageData } from "../PageData.ts"

/** What each part of the profile is given. */
export interface PartProps<A> {
  readonly api: Api
  readonly data: PageData
  readonly onDone: (value: A) => void
  readonly onCancel: () => void
}
