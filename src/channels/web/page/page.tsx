import { render } from "preact";
import { App } from "./app.tsx";
import "./style/page.css";
import { send } from "./state/api.ts";
import { openOutbox } from "./state/outbox.ts";

const outbox = openOutbox({
  storage: window.sessionStorage,
  send,
  pause: (milliseconds) => new Promise((resolve) => window.setTimeout(resolve, milliseconds)),
});
const place = document.getElementById("page");
if (place === null) throw new Error("index.html has no element #page");
render(<App outbox={outbox} />, place);
