import { Effect, Layer } from "effect"
import { Mailer } from "./Mailer.ts"
import type { MailDelivery } from "./Mailer.ts"
import { smtpDelivery } from "./smtpDelivery.ts"
import { ServerConfig } from "../ServerConfig.ts"

/** Sends each mail through the relay, where the settings name one, and by each of `also`: the development inbox. */
export const mailerLayer = (also: ReadonlyArray<MailDelivery> = []) =>
  Layer.effect(
    Mailer,
    Effect.gen(function* () {
      const { smtpUrl } = yield* ServerConfig
      const deliveries = smtpUrl === undefined ? also : [...also, yield* smtpDelivery(smtpUrl)]
      return Mailer.of({ send: (mail) => Effect.forEach(deliveries, (deliver) => deliver(mail), { discard: true }) })
    })
  )
