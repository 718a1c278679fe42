ALTER TABLE "decision" RENAME COLUMN "facts" TO "log";--> statement-breakpoint
ALTER TABLE "decision" DROP COLUMN "rule";--> statement-breakpoint
ALTER TABLE "decision" DROP COLUMN "findings";