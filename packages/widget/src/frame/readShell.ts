/** The JSON that a shell of the server gives in `<script type="application/json" id="...">`. */
export const readShell = <A>(id: string): A => JSON.parse(document.getElementById(id)?.textContent ?? "null")
