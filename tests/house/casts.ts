/** The casts of a file, and why the compiler cannot know what they say. */
interface Casts {
  /** At most so many. Lower it when you cut one. */
  readonly count: number
  readonly reason: string
}

/** Of the whole repository, `as unknown as` counted once. It only goes down. */
export const mostCasts = 90

/** Every file that holds a cast (`as`), each for its reason. A new line, or a higher count, needs its reason. */
export const casts: Readonly<Record<string, Casts>> = {
  "core/contract/problems": { count: 1, reason: "`replaceAll` forgets which text it had" },
  "core/decisions/askedOnRecord": { count: 1, reason: "an older record holds a fact that the question no longer has" },
  "core/decisions/decide": { count: 1, reason: "an id names one question of the table, and the table has many types" },
  "core/engine/Rule": {
    count: 6,
    reason:
      "a rule declares the facts it reads, and the engine hands it all of them: the compiler cannot see that the part is in the whole"
  },
  "core/engine/RuleSet": {
    count: 3,
    reason: "questions of different facts stand in one table, so the type of each is known by its name only"
  },
  "core/engine/analyse": { count: 1, reason: "the view that watches what a rule reads is built property by property" },
  "core/engine/ask": {
    count: 2,
    reason: "facts that are partly known are read as facts, and each is checked before a rule sees it"
  },
  "core/engine/explain": { count: 4, reason: "a finding names its rule without the type of its facts and policy" },
  "core/engine/factSheet": { count: 1, reason: "the rows of a sheet become its entries, path by path" },
  "core/engine/issuesOf": {
    count: 1,
    reason: "a fact sheet holds values of different types, and the field is asked with its own"
  },
  "core/engine/keysOf": { count: 1, reason: "`Object.fromEntries` forgets the names" },
  "core/engine/logOf": {
    count: 1,
    reason: "the log was written by `logOf` itself, and a replay compares it byte for byte"
  },
  "core/engine/prove": { count: 2, reason: "a case is built name by name; without a view there is nothing to see" },
  "core/engine/schemaOf": { count: 1, reason: "the schema was compared with the type in the signature" },
  "core/logon-request/stepShapes": {
    count: 1,
    reason: "the part of each step becomes a field of the schema, step by step"
  },
  "core/notices/notices": { count: 1, reason: "the row of a kind takes the values of that same kind" },
  "core/policy/PolicySheet": { count: 1, reason: "the parts of a sheet become the fields of its schema, name by name" },
  "core/questions/factsSchemaOf": {
    count: 1,
    reason: "the paths of a sheet become the fields of its schema, path by path"
  },
  "core/questions/readCase": {
    count: 1,
    reason: "a question's facts are those of its schema; a test compares each pair of types"
  },
  "core/questions/readKnowledge": {
    count: 2,
    reason: "a question's facts are those of its schema; a test compares each pair of types"
  },
  "core/rule-sets/loadRuleSet": { count: 1, reason: "every problem of the file was looked for just before" },
  "core/rule-sets/versionToRuleSet": {
    count: 2,
    reason: "the same questions with other remedies, question by question"
  },
  "core/rule-sets/withPolicy": { count: 1, reason: "the questions of a rule set, taken back by their names" },
  "core/testing/decideVector": {
    count: 1,
    reason: "the facts of a vector are JSON, and its question is known by its id"
  },
  "core/testing/memory/memoryKeys": {
    count: 2,
    reason: "the memory keeps what it seals as it is: the seal is a type only"
  },
  "core/verification/claimKinds": { count: 1, reason: "a list of a table with rows is never empty" },
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
  "server/ServerConfig": { count: 2, reason: "each setting is read by its own reader, and has the type of that" },
  "server/channels/noticeContent": { count: 1, reason: "the values that a row names, each of which has its type" },
  "server/database/Database": {
    count: 2,
    reason: "an exit that comes back as it was thrown; the rows of a statement written by hand"
  },
  "server/http/problems": { count: 1, reason: "the entry of a tag takes the reason with that tag" },
  "server/http/readJson": {
    count: 1,
    reason: "the body of a request can be iterated in Node, and the type of the DOM does not say so"
  },
  "server/jobs/jobsLayer": {
    count: 2,
    reason: "the queue takes a transaction and `sql` of Drizzle by types of its own"
  },
  "server/live/liveSocket": {
    count: 2,
    reason: "the types of ws and of the Hono server differ in optional members only"
  },
  "server/routes/mount": {
    count: 5,
    reason: "a call gives its handler, its answers and the type of its route by one name, which is a text while it runs"
  },
  "server/routes/rules-engine/ruleSetToView": {
    count: 1,
    reason: "the questions of a rule set have many types, and what is read here every one has"
  },
  "server/routes/rules-engine/simulate": {
    count: 2,
    reason: "a question is known by its id only, and its facts were read for that id"
  },
  "server/secrets/RelyingParty": {
    count: 2,
    reason: "the library checks what a browser sent, and refuses what is no answer"
  },
  "server/store/SealedBytes": {
    count: 2,
    reason: "core carries what is sealed and cannot look into it: only the store knows its bytes"
  },
  "server/store/keysLayer": {
    count: 1,
    reason: "what is sealed says which part it is, and its text is read as that part"
  },
  "server/store/logonRows": { count: 9, reason: "a logon is read and stored column by column, as its tables list them" }
}
