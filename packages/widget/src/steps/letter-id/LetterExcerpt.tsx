import { say } from "../../wording/say.ts"

/** A drawn letter with the place of its ID marked. */
export const LetterExcerpt = () => (
  <svg class="mtc-excerpt" viewBox="0 0 320 118" role="img">
    <title>{say("letter-help.excerpt")}</title>
    <rect class="mtc-excerpt-paper" x="1" y="1" width="318" height="116" rx="3" />
    <g class="mtc-excerpt-other">
      <rect x="14" y="16" width="90" height="6" rx="2" />
      <rect x="14" y="28" width="120" height="6" rx="2" />
      <rect x="14" y="66" width="280" height="5" rx="2" />
      <rect x="14" y="80" width="264" height="5" rx="2" />
      <rect x="14" y="94" width="200" height="5" rx="2" />
    </g>
    <rect class="mtc-excerpt-mark" x="178" y="10" width="132" height="30" rx="3" />
    <text class="mtc-excerpt-label" x="186" y="30">
      {say("letter-help.sample")}
    </text>
  </svg>
)
