import { TextMessages } from "@mtc-logon/core/notices"
import { Effect, Layer } from "effect"
import { ServerConfig } from "../ServerConfig.ts"
import { twilioDelivery } from "./twilioDelivery.ts"
import type { TextDelivery } from "./twilioDelivery.ts"

/** Sends each text message through the provider, where the settings name one, and by each of `also`: the development phone. */
export const textMessagesLayer = (also: ReadonlyArray<TextDelivery> = []) =>
  Layer.effect(
    TextMessages,
    Effect.map(ServerConfig, ({ smsAccountSid, smsAuthToken, smsFrom, smsUrl }) => {
      const isComplete = smsAccountSid !== undefined && smsAuthToken !== undefined && smsFrom !== undefined
      const provider =
        smsUrl === undefined || !isComplete
          ? []
          : [
              twilioDelivery({
                url: smsUrl.replace(/\/+$/, ""),
                accountSid: smsAccountSid,
                authToken: smsAuthToken,
                from: smsFrom
              })
            ]
      return TextMessages.of({
        send: (message) => Effect.forEach([...also, ...provider], (deliver) => deliver(message), { discard: true })
      })
    })
  )
