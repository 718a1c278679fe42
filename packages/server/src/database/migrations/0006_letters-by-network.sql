ALTER TABLE "lock_letter" ADD COLUMN "kind" text DEFAULT 'amount' NOT NULL;--> statement-breakpoint
ALTER TABLE "lock_letter" DROP CONSTRAINT "lock_letter_pkey";--> statement-breakpoint
ALTER TABLE "lock_letter" ADD CONSTRAINT "lock_letter_taxpayer_digest_kind_pk" PRIMARY KEY("taxpayer_digest","kind");--> statement-breakpoint
ALTER TABLE "verification_attempt" ADD COLUMN "network_digest" text;
