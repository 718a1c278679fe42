import { Data } from "effect"

/** The server is asked for development from files that hold no development tools: the published package's. @adr 0023 */
export class DevelopmentMissing extends Data.TaggedError("DevelopmentMissing") {
  override get message() {
    return "MTC_ENV is development, but the published package has no development tools. Start the server from a checkout, or set MTC_ENV to production."
  }
}
