import type { AccessGrants } from "@mtc-logon/core/access"
import type { DecisionLog } from "@mtc-logon/core/decisions"
import type { RuleSets } from "@mtc-logon/core/questions"
import type { Homes, KnownBrowsers, Sessions } from "@mtc-logon/core/login"
import type { CommonPasswords, Keys, Logons, PasswordHasher } from "@mtc-logon/core/logon"
import type { Letters, LogonRequests } from "@mtc-logon/core/logon-request"
import type { Post } from "@mtc-logon/core/notices"
import type { ApiKeys, Partners } from "@mtc-logon/core/partner"
import type { Activities, AmountOpenings, MasterRoles, RegistrationLocks } from "@mtc-logon/core/profile"
import type { Freezes, Recoveries } from "@mtc-logon/core/recovery"
import type { TaxpayerRecords } from "@mtc-logon/core/taxpayer"
import type { Passkeys, PhoneRanges, TextPlaces } from "@mtc-logon/core/two-step"
import type { VerificationAttempts } from "@mtc-logon/core/verification"
import type { Audit } from "../audit/Audit.ts"
import type { Database } from "../database/Database.ts"
import type { RateLimits } from "../limits/RateLimits.ts"
import type { Jobs } from "../jobs/Jobs.ts"
import type { Live } from "../live/Live.ts"
import type { Derived } from "../secrets/Derived.ts"
import type { Digests } from "../secrets/Digests.ts"
import type { Signing } from "../secrets/Signing.ts"
import type { ServerConfig } from "../ServerConfig.ts"

/** Everything that a route may ask for. */
export type Ports =
  | Audit
  | AccessGrants
  | ApiKeys
  | Activities
  | CommonPasswords
  | Database
  | DecisionLog
  | Derived
  | Digests
  | Freezes
  | Homes
  | Jobs
  | Keys
  | KnownBrowsers
  | Letters
  | Live
  | LogonRequests
  | Logons
  | Partners
  | Passkeys
  | PasswordHasher
  | PhoneRanges
  | RateLimits
  | Post
  | Recoveries
  | MasterRoles
  | AmountOpenings
  | RegistrationLocks
  | RuleSets
  | ServerConfig
  | Signing
  | Sessions
  | TaxpayerRecords
  | TextPlaces
  | VerificationAttempts
