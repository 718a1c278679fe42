CREATE TABLE "amount_opening" (
	"taxpayer_digest" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"logon_id" uuid NOT NULL,
	CONSTRAINT "amount_opening_taxpayer_digest_opened_at_pk" PRIMARY KEY("taxpayer_digest","opened_at")
);
