import { Context, DateTime, Effect, Layer, Redacted } from "effect"
import { AccessGrants } from "../access/AccessGrants.ts"
import { DecisionLog } from "../decisions/DecisionLog.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import { Sessions } from "../login/Sessions.ts"
import { Letters } from "../logon-request/Letters.ts"
import { LogonRequests } from "../logon-request/LogonRequests.ts"
import { CommonPasswords } from "../logon/CommonPasswords.ts"
import { Logons } from "../logon/Logons.ts"
import { PasswordHasher } from "../logon/PasswordHasher.ts"
import { MasterRoles } from "../profile/MasterRoles.ts"
import { AmountOpenings } from "../profile/AmountOpenings.ts"
import { RegistrationLocks } from "../profile/RegistrationLocks.ts"
import { Freezes } from "../recovery/Freezes.ts"
import { Recoveries } from "../recovery/Recoveries.ts"
import { mtc2020 } from "../rule-sets/massachusetts/mtc2020.ts"
import type { StateRuleSet } from "../rule-sets/StateRuleSet.ts"
import { withIdRanges } from "../rule-sets/withPolicy.ts"
import { TaxpayerRecords } from "../taxpayer/TaxpayerRecords.ts"
import { Keys } from "../logon/Keys.ts"
import { TextPlaces } from "../two-step/TextPlaces.ts"
import { Passkeys } from "../two-step/Passkeys.ts"
import { PhoneRanges } from "../two-step/PhoneRanges.ts"
import { VerificationAttempts } from "../verification/VerificationAttempts.ts"
import { MemoryHouse } from "./memory/MemoryHouse.ts"
import { memoryFreezes } from "./memory/memoryFreezes.ts"
import { memoryKeys } from "./memory/memoryKeys.ts"
import { memoryAmountOpenings } from "./memory/memoryAmountOpenings.ts"
import { memoryRegistrationLocks } from "./memory/memoryRegistrationLocks.ts"
import { memoryLogonRequests } from "./memory/memoryLogonRequests.ts"
import {
  memoryAccessGrants,
  memoryCommonPasswords,
  memoryLogons,
  memoryRecoveries,
  memorySessions
} from "./memory/memoryLogons.ts"
import { memoryPasswordHasher } from "./memory/memoryPasswordHasher.ts"
import { memoryLetters } from "./memory/memoryLetters.ts"
import { memoryMasterRoles } from "./memory/memoryMasterRoles.ts"
import { memoryRuleSets } from "./memory/memoryRuleSets.ts"
import { memoryTaxpayerRecords } from "./memory/memoryTaxpayerRecords.ts"
import { memoryDecisionLog, memoryVerificationAttempts } from "./memory/memoryVerificationAttempts.ts"
import { openMemoryHouse } from "./memory/openMemoryHouse.ts"
import type { Person } from "./Person.ts"

/** Passkeys that sign by saying the challenge: `{ signs: challenge }`. */
const memoryPasskeys = Passkeys.of({
  options: ({ challengeId }) => Effect.succeed({ challenge: challengeId }),
  signed: ({ answered, challengeId, passkeys: [first] }) =>
    Effect.succeed(
      first === undefined || answered["signs"] !== challengeId
        ? null
        : { methodId: first.id, target: Redacted.make("passkey") }
    )
})

/** Every number is given out. */
const memoryPhoneRanges = PhoneRanges.of({ isAssigned: () => true })

/** There is always a place. */
const memoryTextPlaces = TextPlaces.of({ take: Effect.void, giveBack: Effect.void })

/** The rule set of the walk-through, for numbers that are never issued. */
export const sandboxRuleSet = withIdRanges(mtc2020, "sandbox")

/**
 * Every port of core over plain maps, with these people on file: use cases run on it without a database.
 *
 * **Details**
 *
 * Time comes from Effect's `Clock`, in a test from `TestClock`. `MemoryHouse` is what they all keep, for a test to look at.
 *
 * **Gotchas**
 *
 * Nothing in it is secret, and nothing stays.
 */
export const memoryLayer = (people: ReadonlyArray<Person>, ruleSets: ReadonlyArray<StateRuleSet> = [sandboxRuleSet]) =>
  Layer.effectContext(
    Effect.gen(function* () {
      const house = openMemoryHouse(people, yield* DateTime.now)
      const keys = memoryKeys(house.makeId)
      const forYears = Context.make(Letters, memoryLetters(house)).pipe(
        Context.add(MasterRoles, memoryMasterRoles(house)),
        Context.add(RegistrationLocks, memoryRegistrationLocks(house)),
        Context.add(AmountOpenings, memoryAmountOpenings(house)),
        Context.add(Recoveries, memoryRecoveries(house, keys)),
        Context.add(Freezes, memoryFreezes(house, keys))
      )
      const all = Context.make(MemoryHouse, house).pipe(
        Context.add(RuleSets, yield* memoryRuleSets(ruleSets)),
        Context.add(TaxpayerRecords, memoryTaxpayerRecords(house)),
        Context.add(VerificationAttempts, memoryVerificationAttempts(house)),
        Context.add(DecisionLog, memoryDecisionLog(house)),
        Context.add(AccessGrants, memoryAccessGrants(house)),
        Context.add(Logons, memoryLogons(house, keys)),
        Context.add(CommonPasswords, memoryCommonPasswords),
        Context.add(PasswordHasher, memoryPasswordHasher),
        Context.add(LogonRequests, memoryLogonRequests(house, keys)),
        Context.add(Sessions, memorySessions(house)),
        Context.add(Keys, keys),
        Context.add(Passkeys, memoryPasskeys),
        Context.add(TextPlaces, memoryTextPlaces),
        Context.add(PhoneRanges, memoryPhoneRanges)
      )
      return Context.merge(all, forYears)
    })
  )
