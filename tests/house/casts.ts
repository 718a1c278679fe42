/** The casts of a file, and why the compiler cannot know what they say. */
interface Casts {
  /** At most so many. Lower it when you cut one. */
  readonly count: number
  readonly reason: string
}

/** Of the whole repository, `as unknown as` counted once. It only goes down. */
export const mostCasts = 141

/** Every file that holds a cast (`as`), each for its reason. A new line, or a higher count, needs its reason. */
export const casts: Readonly<Record<string, Casts>> = {
  "core/contract/problems": {
    count: 1,
    reason: "a title is the sentence of its code: hyphens for underscores, which replaceAll does not know"
  },
  "core/decisions/decide": { count: 1, reason: "to be cut" },
  "core/engine/Rule": { count: 6, reason: "to be cut" },
  "core/engine/RuleSet": { count: 3, reason: "to be cut" },
  "core/engine/analyse": { count: 1, reason: "to be cut" },
  "core/engine/ask": { count: 2, reason: "to be cut" },
  "core/engine/explain": { count: 4, reason: "to be cut" },
  "core/engine/factSheet": { count: 1, reason: "the entries of a sheet have the types of their rows, key by key" },
  "core/engine/issuesOf": { count: 1, reason: "to be cut" },
  "core/engine/keysOf": { count: 1, reason: "to be cut" },
  "core/engine/logOf": { count: 1, reason: "to be cut" },
  "core/engine/prove": { count: 2, reason: "to be cut" },
  "core/engine/schemaOf": { count: 1, reason: "to be cut" },
  "core/logon-request/answers/parseTaxpayerAnswers": { count: 4, reason: "to be cut" },
  "core/logon-request/changeAnswer": { count: 1, reason: "to be cut" },
  "core/logon-request/logonRequestToView": { count: 1, reason: "to be cut" },
  "core/logon-request/stepShapes": { count: 1, reason: "to be cut" },
  "core/logon/profileRules": { count: 1, reason: "to be cut" },
  "core/notices/notices": { count: 1, reason: "the row of a kind takes the values of that same kind" },
  "core/policy/PolicySheet": { count: 1, reason: "the parts of a sheet become the fields of its schema, name by name" },
  "core/profile/parseProfileTexts": { count: 1, reason: "to be cut" },
  "core/questions/factsSchemaOf": { count: 1, reason: "the schema of a sheet has its paths, key by key" },
  "core/questions/readCase": { count: 1, reason: "to be cut" },
  "core/questions/readKnowledge": { count: 2, reason: "to be cut" },
  "core/rule-sets/loadRuleSet": { count: 1, reason: "to be cut" },
  "core/rule-sets/versionToRuleSet": { count: 2, reason: "to be cut" },
  "core/rule-sets/withPolicy": { count: 1, reason: "to be cut" },
  "core/testing/decideVector": { count: 1, reason: "to be cut" },
  "core/testing/memory/memoryAmountOpenings": { count: 1, reason: "to be cut" },
  "core/testing/memory/memoryKeys": { count: 2, reason: "to be cut" },
  "core/testing/memory/memoryRegistrationLocks": { count: 1, reason: "to be cut" },
  "core/verification/claimKinds": { count: 1, reason: "to be cut" },
  "widget/api/Api": {
    count: 1,
    reason: "what comes with a call is checked by the type of the call; here any of it may come"
  },
  "widget/first-party/pages": { count: 1, reason: "the server's own shell wrote it for this page" },
  "widget/first-party/passkey/PasskeyForm": {
    count: 2,
    reason: "the service made the options for the browser's own method, which refuses what it cannot read"
  },
  "widget/frame/main": { count: 1, reason: "the server's own shell wrote it for this frame" },
  "widget/host/createElementClass": {
    count: 2,
    reason:
      "attributes go to the frame as they stand, which drops what is malformed; a parsed message is the event of its type"
  },
  "widget/loader": { count: 1, reason: "the loader is a classic script of HTML, never one of SVG" },
  "widget/parts/error-summary/ErrorSummary": {
    count: 1,
    reason: "an element on a page stands in a document or a shadow root"
  },
  "widget/parts/text-field/TextField": { count: 1, reason: "Preact's types tell inputs apart by one literal type" },
  "widget/protocol/parseToFrameMessage": { count: 1, reason: "what is left once the absent fields are dropped" },
  "widget/protocol/parseToPageMessage": {
    count: 3,
    reason: "each field is held to its pattern; the loader has no byte for a second check"
  },
  "widget/steps/screens": { count: 1, reason: "all screens are loaded before any but the first is shown" },
  "widget/steps/stepHistory": { count: 1, reason: "this form alone writes under this name in the history" },
  "server/ServerConfig": { count: 3, reason: "to be cut" },
  "server/channels/noticeContent": { count: 1, reason: "the values that a row names, each of which has its type" },
  "server/channels/smtpDelivery": { count: 1, reason: "to be cut" },
  "server/database/Database": {
    count: 2,
    reason: "an exit that comes back as it was thrown; the rows of a statement written by hand"
  },
  "server/database/DatabaseUnavailable": { count: 1, reason: "to be cut" },
  "server/database/folderLock": { count: 2, reason: "to be cut" },
  "server/dev/shareClock": { count: 1, reason: "to be cut" },
  "server/http/problems": { count: 1, reason: "the entry of a tag takes the reason with that tag" },
  "server/http/readJson": { count: 2, reason: "to be cut" },
  "server/jobs/Workers": { count: 1, reason: "to be cut" },
  "server/jobs/jobsLayer": { count: 4, reason: "to be cut" },
  "server/live/liveLayer": { count: 2, reason: "to be cut" },
  "server/live/liveSocket": {
    count: 2,
    reason: "the types of ws and of the Hono server differ in optional members only"
  },
  "server/readCommand": { count: 1, reason: "to be cut" },
  "server/readToStart": { count: 1, reason: "to be cut" },
  "server/records/taxpayerRecordsLayer": { count: 2, reason: "to be cut" },
  "server/routes/limited": { count: 1, reason: "to be cut" },
  "server/routes/mount": { count: 5, reason: "to be cut" },
  "server/routes/operation/operationHandlers": { count: 1, reason: "to be cut" },
  "server/routes/rules-engine/ruleSetToView": { count: 1, reason: "to be cut" },
  "server/routes/rules-engine/simulate": { count: 2, reason: "to be cut" },
  "server/runCommand": { count: 2, reason: "to be cut" },
  "server/secrets/Keyring": { count: 2, reason: "to be cut" },
  "server/secrets/RelyingParty": { count: 2, reason: "to be cut" },
  "server/secrets/Signing": { count: 1, reason: "to be cut" },
  "server/secrets/beginEpoch": { count: 1, reason: "to be cut" },
  "server/startFailure": { count: 2, reason: "to be cut" },
  "server/store/LogonStore": { count: 1, reason: "to be cut" },
  "server/store/SealedBytes": { count: 2, reason: "to be cut" },
  "server/store/accessTo": { count: 1, reason: "to be cut" },
  "server/store/amountOpeningsLayer": { count: 1, reason: "to be cut" },
  "server/store/draftOf": { count: 1, reason: "to be cut" },
  "server/store/homesLayer": { count: 1, reason: "to be cut" },
  "server/store/keysLayer": { count: 1, reason: "to be cut" },
  "server/store/logonRows": { count: 14, reason: "to be cut" },
  "server/store/masterRolesLayer": { count: 2, reason: "to be cut" },
  "server/store/ownRolesOf": { count: 1, reason: "to be cut" },
  "server/store/receiptOf": { count: 1, reason: "to be cut" },
  "server/store/registrationLocksLayer": { count: 1, reason: "to be cut" },
  "server/store/takePlace": { count: 1, reason: "to be cut" }
}
