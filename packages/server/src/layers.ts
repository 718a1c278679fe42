import { Layer } from "effect"
import { auditLayer } from "./audit/auditLayer.ts"
import type { MailDelivery } from "./channels/Mailer.ts"
import { mailerLayer } from "./channels/mailerLayer.ts"
import { textMessagesLayer } from "./channels/textMessagesLayer.ts"
import type { TextDelivery } from "./channels/twilioDelivery.ts"
import { databaseLayer } from "./database/databaseLayer.ts"
import { jobHandlers } from "./jobHandlers.ts"
import type { JobPorts } from "./jobHandlers.ts"
import { jobsLayer } from "./jobs/jobsLayer.ts"
import { idleWorkersLayer, workersLayer } from "./jobs/Workers.ts"
import { rateLimitsLayer } from "./limits/RateLimits.ts"
import { liveLayer } from "./live/liveLayer.ts"
import { taxpayerRecordsLayer } from "./records/taxpayerRecordsLayer.ts"
import { idsLayer } from "./secrets/Ids.ts"
import { knownBrowsersLayer } from "./secrets/knownBrowsersLayer.ts"
import { secretsLayer } from "./secrets/secretsLayer.ts"
import { postLayer } from "./channels/postLayer.ts"
import type { PostDelivery } from "./channels/postLayer.ts"
import { accessGrantsLayer } from "./store/accessGrantsLayer.ts"
import { apiKeysLayer } from "./store/apiKeysLayer.ts"
import { activitiesLayer } from "./store/activitiesLayer.ts"
import { commonPasswordsLayer } from "./store/commonPasswordsLayer.ts"
import { decisionLogLayer } from "./store/decisionLogLayer.ts"
import { eventsLayer } from "./store/Events.ts"
import { freezesLayer } from "./store/freezesLayer.ts"
import { homesLayer } from "./store/homesLayer.ts"
import { keysLayer } from "./store/keysLayer.ts"
import { textPlacesLayer } from "./store/textPlacesLayer.ts"
import { lettersLayer } from "./store/lettersLayer.ts"
import { logonLimitsLayer } from "./store/LogonLimits.ts"
import { logonRequestsLayer } from "./store/logonRequestsLayer.ts"
import { logonStoreLayer } from "./store/LogonStore.ts"
import { logonsLayer } from "./store/logonsLayer.ts"
import { partnersLayer } from "./store/partnersLayer.ts"
import { passkeysLayer } from "./store/passkeysLayer.ts"
import { phoneRangesLayer } from "./store/phoneRangesLayer.ts"
import { recoveriesLayer } from "./store/recoveriesLayer.ts"
import { masterRolesLayer } from "./store/masterRolesLayer.ts"
import { amountOpeningsLayer } from "./store/amountOpeningsLayer.ts"
import { registrationLocksLayer } from "./store/registrationLocksLayer.ts"
import { ruleSetsLayer } from "./store/ruleSetsLayer.ts"
import { sessionsLayer } from "./store/sessionsLayer.ts"
import { verificationAttemptsLayer } from "./store/verificationAttemptsLayer.ts"

/** Seconds between two looks for work, where nobody was woken for it. */
const pollSeconds = 2

/** Every port of core, over the database. */
export const storeLayer = Layer.mergeAll(
  accessGrantsLayer,
  apiKeysLayer,
  activitiesLayer,
  commonPasswordsLayer,
  decisionLogLayer,
  freezesLayer,
  homesLayer,
  knownBrowsersLayer,
  lettersLayer,
  logonRequestsLayer,
  logonsLayer,
  partnersLayer,
  passkeysLayer,
  phoneRangesLayer,
  recoveriesLayer,
  masterRolesLayer,
  amountOpeningsLayer,
  registrationLocksLayer,
  sessionsLayer,
  taxpayerRecordsLayer,
  textPlacesLayer,
  verificationAttemptsLayer
).pipe(
  Layer.provideMerge(logonStoreLayer),
  Layer.provideMerge(Layer.mergeAll(eventsLayer, logonLimitsLayer)),
  Layer.provideMerge(keysLayer)
)

/** What the ports stand on, over database, secrets and ids. */
const groundLayer = Layer.mergeAll(auditLayer, jobsLayer, liveLayer, rateLimitsLayer, ruleSetsLayer)

/** The ground itself; a test gives its own. */
const foundation = { database: databaseLayer, ids: idsLayer, secrets: secretsLayer() }

/**
 * The whole server, except its settings and the workers of its jobs.
 *
 * **Details**
 *
 * `inbox`, `phone`, `post`: where mails, text messages and letters also go, besides the relay, the provider and the mailing service.
 * `on`: another database, other ids or other secrets than those of the settings.
 */
export const houseLayer = ({
  inbox = [],
  phone = [],
  post = [],
  on = {}
}: {
  readonly inbox?: ReadonlyArray<MailDelivery>
  readonly phone?: ReadonlyArray<TextDelivery>
  readonly post?: ReadonlyArray<PostDelivery>
  readonly on?: Partial<typeof foundation>
} = {}) => {
  const { database, ids, secrets } = { ...foundation, ...on }
  return storeLayer.pipe(
    Layer.provideMerge(groundLayer),
    Layer.provideMerge(Layer.mergeAll(mailerLayer(inbox), textMessagesLayer(phone), postLayer(post))),
    Layer.provideMerge(Layer.mergeAll(database, ids)),
    // Before the database: keys that cannot be used are told whether it is there or not.
    Layer.provideMerge(secrets)
  )
}

/** The workers of the jobs: this process as jobs come, or a caller that drains them. */
export const workers = {
  run: workersLayer<JobPorts>(jobHandlers, pollSeconds),
  idle: idleWorkersLayer<JobPorts>(jobHandlers)
}
