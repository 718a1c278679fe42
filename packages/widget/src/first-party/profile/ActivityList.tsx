import type { ActivityView } from "@mtc-logon/core/profile"
import { useEffect, useState } from "preact/hooks"
import type { Api } from "../../api/Api.ts"
import { Heading } from "../../parts/heading/Heading.tsx"
import { formatDateTime } from "../../steps/formatDateTime.ts"
import { say, sayOf } from "../../wording/say.ts"
import { useCall } from "../useCall.ts"

/** "Who used my number?": what was decided and asked with it, newest first. @rule D-43 */
export const ActivityList = ({ api }: { readonly api: Api }) => {
  const [activity, setActivity] = useState<ReadonlyArray<ActivityView> | undefined>(undefined)
  const { run } = useCall()
  useEffect(
    () =>
      void run(
        () => api("GET /v1/me/activity"),
        (answer) => setActivity(answer.activity)
      ),
    []
  )
  if (activity === undefined) return null
  return (
    <section aria-labelledby="mtc-activity">
      <Heading depth={1} id="mtc-activity">
        {say("my-profile.activity.title")}
      </Heading>
      {activity.length === 0 ? (
        <p>{say("my-profile.activity.none")}</p>
      ) : (
        <ul class="mtc-messages">
          {activity.map(({ at, messageId, params }, index) => (
            <li key={`${at}${index}`}>
              <p>{sayOf("activity.", messageId, params, "my-profile.activity.other")}</p>
              <p class="mtc-hint">{formatDateTime(at)}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
