CREATE TABLE "contest" (
	"id" uuid PRIMARY KEY NOT NULL,
	"taxpayer_digest" text NOT NULL,
	"because" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "email_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"logon_id" uuid NOT NULL,
	"email" "bytea" NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "forgotten" (
	"id" uuid PRIMARY KEY NOT NULL,
	"what" text NOT NULL,
	"typed" "bytea",
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lock_letter" (
	"taxpayer_digest" text PRIMARY KEY NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "not_me_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"logon_id" uuid NOT NULL,
	"part" text NOT NULL,
	"before" "bytea",
	"code_digest" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "recovery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"logon_id" uuid NOT NULL,
	"state" text NOT NULL,
	"misses_at" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "registration_lock" (
	"taxpayer_digest" text PRIMARY KEY NOT NULL,
	"logon_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "attempt_id" uuid;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "taxpayer" "bytea";--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "recipient" "bytea";--> statement-breakpoint
CREATE UNIQUE INDEX "contest_open_key" ON "contest" USING btree ("taxpayer_digest") WHERE "contest"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "email_change_logon_idx" ON "email_change" USING btree ("logon_id");--> statement-breakpoint
CREATE UNIQUE INDEX "email_change_open_key" ON "email_change" USING btree ("logon_id") WHERE "email_change"."state" = 'open';--> statement-breakpoint
CREATE INDEX "forgotten_at_idx" ON "forgotten" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "not_me_code_digest_key" ON "not_me_code" USING btree ("code_digest");--> statement-breakpoint
CREATE INDEX "not_me_code_logon_idx" ON "not_me_code" USING btree ("logon_id");--> statement-breakpoint
CREATE INDEX "recovery_logon_idx" ON "recovery" USING btree ("logon_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "recovery_open_key" ON "recovery" USING btree ("logon_id") WHERE "recovery"."state" = 'open';--> statement-breakpoint
CREATE INDEX "decision_attempt_idx" ON "decision" USING btree ("attempt_id");