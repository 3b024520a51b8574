import { packetWords } from '../../language/packet/index.ts'
import type { Packet } from '../../model/packet.ts'
import type { SealedPacket } from '../../model/sealed-packet.ts'
import { markup } from '../html/markup.ts'
import { scriptedPage } from '../html/scripted-page.ts'
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
  return scriptedPage({
    language,
    title: `${lock.title} ${sealed.packet_id}`,
    style: `${styleSheet(words)}${packetStyle}`,
    script: pageScript,
    data: { sealed, words },
    body: markup`<a class="skip" href="#content">${lock.open}</a>
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
</div>`,
  })
}
