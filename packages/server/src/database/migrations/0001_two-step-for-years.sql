CREATE TABLE "recovery_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"logon_id" uuid NOT NULL,
	"code_digest" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "trusted_device_token" (
	"token_digest" text PRIMARY KEY NOT NULL,
	"device_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"replaced_at" timestamp (3) with time zone
);
--> statement-breakpoint
DROP INDEX "trusted_device_token_key";--> statement-breakpoint
DROP INDEX "trusted_device_previous_idx";--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "device_id" uuid;--> statement-breakpoint
DELETE FROM "trusted_device";--> statement-breakpoint
ALTER TABLE "trusted_device" ADD COLUMN "browser" text NOT NULL;--> statement-breakpoint
ALTER TABLE "trusted_device" ADD COLUMN "system" text NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "recovery_code_digest_key" ON "recovery_code" USING btree ("code_digest");--> statement-breakpoint
CREATE INDEX "recovery_code_logon_idx" ON "recovery_code" USING btree ("logon_id");--> statement-breakpoint
CREATE INDEX "trusted_device_token_device_idx" ON "trusted_device_token" USING btree ("device_id");--> statement-breakpoint
CREATE INDEX "session_device_idx" ON "session" USING btree ("device_id");--> statement-breakpoint
ALTER TABLE "trusted_device" DROP COLUMN "token_digest";--> statement-breakpoint
ALTER TABLE "trusted_device" DROP COLUMN "previous_digest";--> statement-breakpoint
ALTER TABLE "trusted_device" DROP COLUMN "family_id";--> statement-breakpoint
ALTER TABLE "trusted_device" DROP COLUMN "label";--> statement-breakpoint
ALTER TABLE "trusted_device" DROP COLUMN "rotated_at";