ALTER TABLE "contest" ADD COLUMN "ended_by" text DEFAULT 'letter' NOT NULL;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "counted" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "not_me_code" ADD COLUMN "grant_id" uuid;--> statement-breakpoint
ALTER TABLE "not_me_code" ADD COLUMN "channel" text DEFAULT 'email' NOT NULL;--> statement-breakpoint
ALTER TABLE "not_me_code" ADD COLUMN "receiver_id" uuid;--> statement-breakpoint
-- A second registration opens no contest any more, and a contest holds everybody: those that it opened end.
UPDATE "contest" SET "ended_at" = now() WHERE "because" = 'second-registration' AND "ended_at" IS NULL;--> statement-breakpoint
-- A frozen logon has no role.
UPDATE "access_grant" SET "state" = 'suspended' FROM "logon" WHERE "logon"."id" = "access_grant"."logon_id" AND "logon"."status" = 'frozen' AND "access_grant"."state" IN ('reserved', 'effective');--> statement-breakpoint
-- A code of a new logon acts on one access.
UPDATE "not_me_code" SET "grant_id" = "access_grant"."id" FROM "access_grant" WHERE "access_grant"."logon_id" = "not_me_code"."logon_id" AND "access_grant"."logon_request_id" IS NOT NULL AND "not_me_code"."part" = 'logon';
