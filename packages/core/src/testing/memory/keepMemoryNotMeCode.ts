import type { NotMePart } from "../../recovery/RecoveryEvent.ts"
import type { Undo } from "../../two-step/TwoStepEvent.ts"
import type { MemoryHouse, MemoryLogon } from "./MemoryHouse.ts"

/** Keeps the code that puts a part of a logon back as it is now. */
export const keepMemoryNotMeCode = (
  { methods, notMeCodes }: MemoryHouse["Service"],
  before: MemoryLogon,
  part: NotMePart,
  { notMeId, until }: Undo
): void => {
  notMeCodes.push({
    id: notMeId,
    code: notMeId.replaceAll(/\D/gu, "").padStart(16, "0"),
    logonId: before.id,
    grantId: null,
    channel: "email",
    receiverId: before.id,
    part,
    before,
    ways: [...methods.values()].filter(({ confirmed, logonId }) => confirmed && logonId === before.id),
    used: false,
    expiresAt: until
  })
}
