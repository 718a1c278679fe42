CREATE SEQUENCE "public"."confirmation_sequence" INCREMENT BY 1 MINVALUE 1 MAXVALUE 4294967295 START WITH 323476 CACHE 1;--> statement-breakpoint
CREATE TABLE "access_grant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"taxpayer_digest" text NOT NULL,
	"logon_id" uuid NOT NULL,
	"logon_request_id" uuid,
	"role" text NOT NULL,
	"scope" text NOT NULL,
	"evidence" text NOT NULL,
	"taxpayer_mask" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"effective_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "activation_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"logon_id" uuid NOT NULL,
	"logon_request_id" uuid NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"type" text NOT NULL,
	"subject_id" text NOT NULL,
	"actor" text NOT NULL,
	"detail" jsonb NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"question" text NOT NULL,
	"rule_set_id" text NOT NULL,
	"rule_set_hash" text NOT NULL,
	"facts" "bytea" NOT NULL,
	"outcome" text NOT NULL,
	"rule" text,
	"findings" "bytea" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "filed_return" (
	"id" uuid PRIMARY KEY NOT NULL,
	"taxpayer_digest" text NOT NULL,
	"account_type" text NOT NULL,
	"form" text NOT NULL,
	"tax_year" integer NOT NULL,
	"period_end" date NOT NULL,
	"posted_on" date NOT NULL,
	"under_review" boolean NOT NULL,
	"joint" boolean NOT NULL,
	"filed" "bytea" NOT NULL,
	"adjusted" "bytea",
	"amended_of" uuid
);
--> statement-breakpoint
CREATE TABLE "letter" (
	"id" uuid PRIMARY KEY NOT NULL,
	"letter_digest" text NOT NULL,
	"letter_id" "bytea" NOT NULL,
	"taxpayer_digest" text NOT NULL,
	"kind" text NOT NULL,
	"mailed_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"reserved_by" uuid,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "logon_request_draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_digest" text NOT NULL,
	"partner_id" text,
	"locale" text NOT NULL,
	"reference" text,
	"rule_set_id" text NOT NULL,
	"rule_set_hash" text NOT NULL,
	"answers" "bytea" NOT NULL,
	"proof" "bytea",
	"taxpayer_digest" text,
	"letter_digest" text,
	"status" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "logon_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"confirmation_sequence" bigint NOT NULL,
	"confirmation_number" text NOT NULL,
	"taxpayer_digest" text NOT NULL,
	"account_type" text NOT NULL,
	"evidence" text NOT NULL,
	"decision_id" uuid NOT NULL,
	"logon_id" uuid NOT NULL,
	"partner_id" text,
	"reference" text,
	"locale" text NOT NULL,
	"rule_set_id" text NOT NULL,
	"rule_set_hash" text NOT NULL,
	"status" text NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"receipt" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "logon" (
	"id" uuid PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"username_key" text NOT NULL,
	"password_hash" text NOT NULL,
	"password_hashes" "bytea" NOT NULL,
	"password_changed_at" timestamp (3) with time zone NOT NULL,
	"secret_question" text NOT NULL,
	"secret_answer_hash" text NOT NULL,
	"pin_hash" text NOT NULL,
	"profile" "bytea" NOT NULL,
	"email_digest" text NOT NULL,
	"phone_digest" text NOT NULL,
	"locale" text NOT NULL,
	"tax_professional" boolean NOT NULL,
	"terms_version" text NOT NULL,
	"terms_accepted_at" timestamp (3) with time zone NOT NULL,
	"terms_accepted" jsonb NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"activated_at" timestamp (3) with time zone,
	"frozen_at" timestamp (3) with time zone,
	"failed_log_ins" integer DEFAULT 0 NOT NULL,
	"missed_codes" integer DEFAULT 0 NOT NULL,
	"codes_locked_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"logon_id" uuid NOT NULL,
	"message_id" text NOT NULL,
	"params" "bytea" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subjects" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "partner" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"origins" text[] NOT NULL,
	"redirect_uris" text[] NOT NULL,
	"mode" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"disabled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"uses" integer NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "security_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"logon_id" uuid NOT NULL,
	"method_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"session_digest" text,
	"target_digest" text NOT NULL,
	"state" text NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id_digest" text PRIMARY KEY NOT NULL,
	"logon_id" uuid NOT NULL,
	"level" text NOT NULL,
	"state" text NOT NULL,
	"password_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "tax_account" (
	"taxpayer_digest" text NOT NULL,
	"account_type" text NOT NULL,
	"opened_on" date NOT NULL,
	"closed_on" date,
	"closed_online" boolean NOT NULL,
	CONSTRAINT "tax_account_taxpayer_digest_account_type_pk" PRIMARY KEY("taxpayer_digest","account_type")
);
--> statement-breakpoint
CREATE TABLE "taxpayer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"taxpayer_digest" text NOT NULL,
	"former_digest" text,
	"id_type" text NOT NULL,
	"number" "bytea" NOT NULL,
	"contact" "bytea" NOT NULL,
	"holds" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ticket" (
	"token_digest" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"subject" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "trusted_device" (
	"id" uuid PRIMARY KEY NOT NULL,
	"logon_id" uuid NOT NULL,
	"token_digest" text NOT NULL,
	"previous_digest" text,
	"family_id" uuid NOT NULL,
	"label" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"rotated_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "two_step_method" (
	"id" uuid PRIMARY KEY NOT NULL,
	"logon_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"target" "bytea" NOT NULL,
	"target_digest" text,
	"last_time_step" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "verification_attempt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"taxpayer_digest" text NOT NULL,
	"kind" text NOT NULL,
	"claim_digest" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "access_grant_taxpayer_idx" ON "access_grant" USING btree ("taxpayer_digest");--> statement-breakpoint
CREATE INDEX "access_grant_logon_idx" ON "access_grant" USING btree ("logon_id");--> statement-breakpoint
CREATE UNIQUE INDEX "access_grant_master_key" ON "access_grant" USING btree ("taxpayer_digest") WHERE "access_grant"."role" = 'MasterAdministrator' and "access_grant"."state" in ('reserved', 'effective');--> statement-breakpoint
CREATE INDEX "activation_code_logon_idx" ON "activation_code" USING btree ("logon_id");--> statement-breakpoint
CREATE UNIQUE INDEX "activation_code_open_key" ON "activation_code" USING btree ("logon_id") WHERE "activation_code"."state" = 'open';--> statement-breakpoint
CREATE INDEX "audit_subject_idx" ON "audit" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "decision_at_idx" ON "decision" USING btree ("at");--> statement-breakpoint
CREATE INDEX "filed_return_taxpayer_idx" ON "filed_return" USING btree ("taxpayer_digest","account_type","period_end");--> statement-breakpoint
CREATE UNIQUE INDEX "letter_digest_key" ON "letter" USING btree ("letter_digest");--> statement-breakpoint
CREATE INDEX "letter_taxpayer_idx" ON "letter" USING btree ("taxpayer_digest","mailed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "logon_request_draft_token_key" ON "logon_request_draft" USING btree ("token_digest");--> statement-breakpoint
CREATE INDEX "logon_request_draft_letter_idx" ON "logon_request_draft" USING btree ("letter_digest");--> statement-breakpoint
CREATE INDEX "logon_request_draft_expires_at_idx" ON "logon_request_draft" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "logon_request_confirmation_sequence_key" ON "logon_request" USING btree ("confirmation_sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "logon_request_confirmation_number_key" ON "logon_request" USING btree ("confirmation_number");--> statement-breakpoint
CREATE INDEX "logon_request_taxpayer_digest_idx" ON "logon_request" USING btree ("taxpayer_digest");--> statement-breakpoint
CREATE INDEX "logon_request_logon_idx" ON "logon_request" USING btree ("logon_id");--> statement-breakpoint
CREATE INDEX "logon_request_status_idx" ON "logon_request" USING btree ("status","submitted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "logon_username_key" ON "logon" USING btree ("username_key");--> statement-breakpoint
CREATE INDEX "logon_email_digest_idx" ON "logon" USING btree ("email_digest","created_at");--> statement-breakpoint
CREATE INDEX "logon_phone_digest_idx" ON "logon" USING btree ("phone_digest","created_at");--> statement-breakpoint
CREATE INDEX "logon_status_idx" ON "logon" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "message_logon_idx" ON "message" USING btree ("logon_id","at");--> statement-breakpoint
CREATE INDEX "notice_at_idx" ON "notice" USING btree ("at");--> statement-breakpoint
CREATE INDEX "rate_limit_ends_at_idx" ON "rate_limit" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "security_code_logon_idx" ON "security_code" USING btree ("logon_id","sent_at");--> statement-breakpoint
CREATE INDEX "security_code_target_idx" ON "security_code" USING btree ("target_digest","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "security_code_open_key" ON "security_code" USING btree ("method_id","purpose") WHERE "security_code"."state" = 'open';--> statement-breakpoint
CREATE INDEX "session_logon_idx" ON "session" USING btree ("logon_id");--> statement-breakpoint
CREATE INDEX "session_expires_at_idx" ON "session" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "taxpayer_digest_key" ON "taxpayer" USING btree ("taxpayer_digest");--> statement-breakpoint
CREATE INDEX "taxpayer_former_digest_idx" ON "taxpayer" USING btree ("former_digest");--> statement-breakpoint
CREATE INDEX "ticket_expires_at_idx" ON "ticket" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "trusted_device_token_key" ON "trusted_device" USING btree ("token_digest");--> statement-breakpoint
CREATE INDEX "trusted_device_previous_idx" ON "trusted_device" USING btree ("previous_digest");--> statement-breakpoint
CREATE INDEX "trusted_device_logon_idx" ON "trusted_device" USING btree ("logon_id");--> statement-breakpoint
CREATE INDEX "two_step_method_logon_idx" ON "two_step_method" USING btree ("logon_id");--> statement-breakpoint
CREATE INDEX "verification_attempt_taxpayer_idx" ON "verification_attempt" USING btree ("taxpayer_digest","kind","at");