/**
 * Returns the HTML that a partner puts into a page. Every document and the demo show exactly this text.
 *
 * **Details**
 *
 * It runs unchanged with a development server, on a page whose origin is in `TEST_PARTNER_ORIGINS`.
 */
export const embedSnippet = (
  service = "http://localhost:8787",
  partnerId = "mtcpk_test_bayside"
): string => `<script defer src="${service}/widget/v1/mtc.js"></script>
<mtc-create-logon partner-id="${partnerId}">
  <a href="${service}/register">Create your MassTaxConnect logon</a>
</mtc-create-logon>`
