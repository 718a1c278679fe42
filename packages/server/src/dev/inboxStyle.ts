/** The inbox's style sheet. */
export const inboxStyle = `
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#141414;background:#fff}
header{padding:16px 24px;background:#14558f;color:#fff}
h1{margin:0;font-size:24px}
header p{margin:4px 0 12px}
button{font:inherit;padding:8px 16px;border:1px solid #fff;border-radius:4px;background:#fff;color:#14558f;cursor:pointer}
.channels{border:0;min-height:0;padding:0}
.channels ul{display:flex;gap:8px;margin-bottom:12px}
.channels li a{padding:8px 16px;color:#fff;border:1px solid #fff}
.channels li a:hover,.channels li a[aria-current]{background:#fff;color:#14558f;box-shadow:none}
main{display:grid;grid-template-columns:minmax(240px,360px) 1fr}
nav{border-right:1px solid #707070;min-height:70vh;padding:8px}
ul{list-style:none;margin:0;padding:0}
li a{display:grid;padding:12px;border-radius:4px;color:inherit;text-decoration:none;overflow-wrap:anywhere}
li a:hover{background:#e8eef4}
li a[aria-current]{background:#e8eef4;box-shadow:inset 4px 0 #14558f}
li span,li time{font-size:14px;color:#535353}
:focus-visible{outline:3px solid #14558f;outline-offset:2px}
header :focus-visible{outline-color:#fff}
article{padding:24px;min-width:0}
h2{margin:0 0 8px;font-size:20px}
iframe{width:100%;height:60vh;border:1px solid #707070;border-radius:4px;background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere}
@media (max-width:720px){main{grid-template-columns:1fr}nav{border-right:0;min-height:0}}
`
