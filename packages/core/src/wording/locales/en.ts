/** The sentences in English: message id -> ICU MessageFormat. The typed source of the other locales. */
export const en = {
  // rules

  // issues

  // screens

  // pages

  // problems
  "problem.malformed": "The call is not as this service reads it.",
  "problem.malformed-member": "This member is unknown or of a wrong type.",
  "problem.not-found": "There is nothing here, or it is gone.",
  "problem.unsupported-media-type": "Send JSON, with the content type application/json.",
  "problem.too-large": "The call is larger than 16 KiB.",
  "problem.origin-not-allowed": "This page may not call this service.",
  "problem.partner-refused": "This site may not show the form.",
  "problem.bearer-required": "This call needs the token that the request was opened with.",
  "problem.too-many-requests": "That was too often. Wait a moment and try again.",
  "problem.unavailable": "We cannot do that right now. Nothing is lost. Try again in a moment.",
  "problem.internal": "Something went wrong on our side. Try again, or call us.",
  "problem.step-not-open": "This step is not open now.",
  "problem.issues": "There is a problem with what you entered.",
  "problem.verification-failed": "We could not match what you entered. Check your number and amount. Or use a letter ID.",
  "problem.locked": "For your security we have stopped trying for this number.",
  "problem.password-refused": "That is not the password of this request.",
  "problem.log-in-failed": "The username or the password is not right.",
  "problem.log-in-locked": "For your security log-in is closed for a while after several wrong passwords.",
  "problem.activation-required": "Use the link in your e-mail to log in for the first time.",
  "problem.resends-used-up": "No more links can be sent. Call us.",
  "problem.not-logged-in": "Log in first.",
  "problem.code-refused": "That is not the code that we sent last.",
  "problem.code-locked": "For your security codes are not taken for a while after several wrong ones.",
  "problem.too-soon": "A code was sent a moment ago. Wait before you ask for another.",
  "problem.kind-not-offered": "This way of two-step verification is not offered.",

  // mails
} as const
