import { createHash } from 'node:crypto'
import { packetWords } from '../../language/packet/index.ts'
import type { Packet } from '../../model/packet.ts'
import type { SealedPacket } from '../../model/sealed-packet.ts'
import { Markup, markup, render } from '../html/markup.ts'
import { styleSheet } from '../html/style.ts'
import { pageScript } from './page-script.ts'
import { packetStyle } from './style.ts'

/**
 * The page that a reviewer gets: one file that needs no network and asks for nothing. Outside stand the name of the
 * tool and the ids of the control and the packet; all else is sealed, and opens in the browser with the passphrase.
 */
export function packetPage(packet: Pick<Packet, 'language'>, sealed: SealedPacket): string {
  const { language } = packet
  const words = packetWords(language)
  const { lock } = words
  const style = `\n${styleSheet(words)}${packetStyle}`
  const script = `\n${pageScript}`
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  // A translator or a search engine would send the page to somebody.
  return render(markup`${new Markup('<!doctype html>\n')}<html lang="${language}" translate="no">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="google" content="notranslate">
<title>${lock.title} ${sealed.packet_id}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#content">${lock.open}</a>
<div class="frame sealed">
<header class="opening">
<p class="mark">${words.confidential}</p>
<h1>${lock.title}</h1>
<p>${lock.means}</p>
<p class="ids">${words.tool} · ${lock.control} <span>${sealed.control_id}</span> · ${lock.packet} <span>${sealed.packet_id}</span></p>
</header>
<main id="content">
<noscript><p class="wrong">${lock.noScript}</p></noscript>
<form id="lock" class="lock" hidden>
<label for="passphrase">${lock.passphrase}</label>
<input id="passphrase" type="password" required autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="said">
<label class="show"><input id="show" type="checkbox" autocomplete="off"> ${lock.show}</label>
<button type="submit" class="strong">${lock.open}</button>
<p id="said" role="status"></p>
</form>
<p class="small">${lock.offline}</p>
</main>
<footer><p>${words.tool} · ${words.confidential}</p></footer>
</div>
<script type="application/json" id="data">${inScript({ sealed, words })}</script>
<script>${new Markup(script)}</script>
</body>
</html>
`)
}

/** JSON that can neither end its element nor begin a comment in it. */
function inScript(data: unknown): Markup {
  return new Markup(JSON.stringify(data).replaceAll('<', String.raw`\u003c`))
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
