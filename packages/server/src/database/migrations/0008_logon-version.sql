ALTER TABLE "logon" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "session_live_idx" ON "session" USING btree ("logon_id") WHERE "session"."ended_at" is null;