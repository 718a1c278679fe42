-- A device that was purged took neither its sessions nor, where that was cut short, its tokens with it.
UPDATE "session" SET "device_id" = NULL WHERE "device_id" NOT IN (SELECT "id" FROM "trusted_device");--> statement-breakpoint
DELETE FROM "trusted_device_token" WHERE "device_id" NOT IN (SELECT "id" FROM "trusted_device");--> statement-breakpoint
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_logon_id_logon_id_fk" FOREIGN KEY ("logon_id") REFERENCES "public"."logon"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_logon_request_id_logon_request_id_fk" FOREIGN KEY ("logon_request_id") REFERENCES "public"."logon_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activation_code" ADD CONSTRAINT "activation_code_logon_id_logon_id_fk" FOREIGN KEY ("logon_id") REFERENCES "public"."logon"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activation_code" ADD CONSTRAINT "activation_code_logon_request_id_logon_request_id_fk" FOREIGN KEY ("logon_request_id") REFERENCES "public"."logon_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amount_opening" ADD CONSTRAINT "amount_opening_logon_id_logon_id_fk" FOREIGN KEY ("logon_id") REFERENCES "public"."logon"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_change" ADD CONSTRAINT "email_change_logon_id_logon_id_fk" FOREIGN KEY ("logon_id") REFERENCES "public"."logon"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logon_request" ADD CONSTRAINT "logon_request_logon_id_logon_id_fk" FOREIGN KEY ("logon_id") REFERENCES "public"."logon"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_logon_id_logon_id_fk" FOREIGN KEY ("logon_id") REFERENCES "public"."logon"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "not_me_code" ADD CONSTRAINT "not_me_code_logon_id_logon_id_fk" FOREIGN KEY ("logon_id") REFERENCES "public"."logon"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "not_me_code" ADD CONSTRAINT "not_me_code_grant_id_access_grant_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."access_grant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "not_me_code" ADD CONSTRAINT "not_me_code_receiver_id_logon_id_fk" FOREIGN KEY ("receiver_id") REFERENCES "public"."logon"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_logon_id_logon_id_fk" FOREIGN KEY ("logon_id") REFERENCES "public"."logon"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery" ADD CONSTRAINT "recovery_logon_id_logon_id_fk" FOREIGN KEY ("logon_id") REFERENCES "public"."logon"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_lock" ADD CONSTRAINT "registration_lock_logon_id_logon_id_fk" FOREIGN KEY ("logon_id") REFERENCES "public"."logon"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "security_code" ADD CONSTRAINT "security_code_logon_id_logon_id_fk" FOREIGN KEY ("logon_id") REFERENCES "public"."logon"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "security_code" ADD CONSTRAINT "security_code_method_id_two_step_method_id_fk" FOREIGN KEY ("method_id") REFERENCES "public"."two_step_method"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_logon_id_logon_id_fk" FOREIGN KEY ("logon_id") REFERENCES "public"."logon"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_device_id_trusted_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."trusted_device"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trusted_device" ADD CONSTRAINT "trusted_device_logon_id_logon_id_fk" FOREIGN KEY ("logon_id") REFERENCES "public"."logon"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trusted_device_token" ADD CONSTRAINT "trusted_device_token_device_id_trusted_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."trusted_device"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_step_method" ADD CONSTRAINT "two_step_method_logon_id_logon_id_fk" FOREIGN KEY ("logon_id") REFERENCES "public"."logon"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_role_check" CHECK ("access_grant"."role" in ('MasterAdministrator', 'TaxAdministrator'));--> statement-breakpoint
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_evidence_check" CHECK ("access_grant"."evidence" in ('amount', 'lineItem', 'letterId', 'grant'));--> statement-breakpoint
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_state_check" CHECK ("access_grant"."state" in ('waiting', 'reserved', 'effective', 'suspended', 'ended'));--> statement-breakpoint
ALTER TABLE "activation_code" ADD CONSTRAINT "activation_code_state_check" CHECK ("activation_code"."state" in ('open', 'used', 'superseded'));--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_scopes_check" CHECK ("api_key"."scopes" <@ array['simulate', 'decide', 'staff']::text[]);--> statement-breakpoint
ALTER TABLE "contest" ADD CONSTRAINT "contest_because_check" CHECK ("contest"."because" in ('second-letter', 'not-me', 'second-registration'));--> statement-breakpoint
ALTER TABLE "contest" ADD CONSTRAINT "contest_ended_by_check" CHECK ("contest"."ended_by" in ('letter', 'staff'));--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_outcome_check" CHECK ("decision"."outcome" in ('Accepted', 'Refused', 'NeedsFacts', 'Locked', 'Referred'));--> statement-breakpoint
ALTER TABLE "email_change" ADD CONSTRAINT "email_change_state_check" CHECK ("email_change"."state" in ('open', 'used', 'superseded'));--> statement-breakpoint
ALTER TABLE "forgotten" ADD CONSTRAINT "forgotten_what_check" CHECK ("forgotten"."what" in ('username', 'password'));--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_kind_check" CHECK ("letter"."kind" in ('sign-up', 'identity-verification', 'notice'));--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_state_check" CHECK ("letter"."state" in ('live', 'reserved', 'used', 'superseded'));--> statement-breakpoint
ALTER TABLE "lock_letter" ADD CONSTRAINT "lock_letter_kind_check" CHECK ("lock_letter"."kind" in ('amount', 'letter'));--> statement-breakpoint
ALTER TABLE "logon_request_draft" ADD CONSTRAINT "logon_request_draft_status_check" CHECK ("logon_request_draft"."status" in ('open', 'submitted', 'cancelled'));--> statement-breakpoint
ALTER TABLE "logon_request" ADD CONSTRAINT "logon_request_evidence_check" CHECK ("logon_request"."evidence" in ('amount', 'lineItem', 'letterId'));--> statement-breakpoint
ALTER TABLE "logon_request" ADD CONSTRAINT "logon_request_status_check" CHECK ("logon_request"."status" in ('submitted', 'approved', 'referred', 'denied', 'activated', 'expired'));--> statement-breakpoint
ALTER TABLE "logon" ADD CONSTRAINT "logon_status_check" CHECK ("logon"."status" in ('reserved', 'approved', 'active', 'frozen', 'expired'));--> statement-breakpoint
ALTER TABLE "not_me_code" ADD CONSTRAINT "not_me_code_part_check" CHECK ("not_me_code"."part" in ('profile', 'email', 'password', 'pin', 'secret-question', 'two-step', 'recovery-codes', 'logon'));--> statement-breakpoint
ALTER TABLE "not_me_code" ADD CONSTRAINT "not_me_code_channel_check" CHECK ("not_me_code"."channel" in ('post', 'former-post', 'email', 'e-message'));--> statement-breakpoint
ALTER TABLE "partner" ADD CONSTRAINT "partner_mode_check" CHECK ("partner"."mode" in ('test', 'live'));--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_state_check" CHECK ("recovery_code"."state" in ('open', 'used', 'replaced'));--> statement-breakpoint
ALTER TABLE "recovery" ADD CONSTRAINT "recovery_state_check" CHECK ("recovery"."state" in ('open', 'used', 'superseded'));--> statement-breakpoint
ALTER TABLE "security_code" ADD CONSTRAINT "security_code_purpose_check" CHECK ("security_code"."purpose" in ('set-up', 'log-in', 'recovery', 'email-change'));--> statement-breakpoint
ALTER TABLE "security_code" ADD CONSTRAINT "security_code_state_check" CHECK ("security_code"."state" in ('open', 'confirmed', 'superseded'));--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_level_check" CHECK ("session"."level" in ('password', 'two-step'));--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_state_check" CHECK ("session"."state" in ('two-step-setup', 'security-code', 'terms', 'open'));--> statement-breakpoint
ALTER TABLE "taxpayer" ADD CONSTRAINT "taxpayer_id_type_check" CHECK ("taxpayer"."id_type" in ('SSN', 'ITIN', 'FEIN'));--> statement-breakpoint
ALTER TABLE "taxpayer" ADD CONSTRAINT "taxpayer_holds_check" CHECK ("taxpayer"."holds" <@ array['identity-theft', 'deceased', 'legal', 'registration-lock']::text[]);--> statement-breakpoint
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_purpose_check" CHECK ("ticket"."purpose" in ('live', 'resume'));--> statement-breakpoint
ALTER TABLE "trusted_device" ADD CONSTRAINT "trusted_device_browser_check" CHECK ("trusted_device"."browser" in ('edge', 'opera', 'samsung', 'firefox', 'chrome', 'safari', 'other'));--> statement-breakpoint
ALTER TABLE "trusted_device" ADD CONSTRAINT "trusted_device_system_check" CHECK ("trusted_device"."system" in ('ios', 'ipados', 'android', 'chromeos', 'windows', 'macos', 'linux', 'other'));--> statement-breakpoint
ALTER TABLE "two_step_method" ADD CONSTRAINT "two_step_method_kind_check" CHECK ("two_step_method"."kind" in ('totp', 'sms', 'email', 'passkey'));--> statement-breakpoint
ALTER TABLE "verification_attempt" ADD CONSTRAINT "verification_attempt_kind_check" CHECK ("verification_attempt"."kind" in ('amount', 'letter'));--> statement-breakpoint
ALTER TABLE "verification_attempt" ADD CONSTRAINT "verification_attempt_state_check" CHECK ("verification_attempt"."state" in ('reserved', 'failed', 'freed'));