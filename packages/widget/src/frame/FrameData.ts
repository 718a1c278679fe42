/**
 * What the server's shell gives the framed form, as JSON in `<script type="application/json" id="frame">`.
 *
 * **Details**
 *
 * The shell: `<div id="mtc-frame"></div>`, that script element, `frame.css` and `<script type="module" src="frame.js">`,
 * under the partner's own `frame-ancestors`.
 */
export interface FrameData {
  /** Publishable, `mtcpk_test_bayside`. */
  readonly partnerId: string
  /** The partner's name in the sentence "on the site of ...". */
  readonly partnerName: string
  /** Exact origins, for example `https://bayside.example`. The handshake works only from these. */
  readonly origins: ReadonlyArray<string>
  /** A BCP 47 tag. A locale in the handshake overrides it. */
  readonly locale: string
}
