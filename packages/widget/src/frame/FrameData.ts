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
  /** As the partner is called in the sentence "on the site of ...". */
  readonly partnerName: string
  /** Exact origins, `https://bayside.example`: the handshake is taken from no other. */
  readonly origins: ReadonlyArray<string>
  /** BCP 47; a locale of the handshake goes before it. */
  readonly locale: string
}
