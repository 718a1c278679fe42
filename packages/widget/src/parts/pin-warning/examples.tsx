import { PinWarning } from "./PinWarning.tsx"

export const examples = {
  easy: <PinWarning digits={4} pin="0704" />,
  hard: <PinWarning digits={4} pin="8351" />
}
