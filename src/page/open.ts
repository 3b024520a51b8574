import type { PacketWords } from '../language/packet/index.ts'
import type { Packet } from '../model/packet.ts'
import type { SealedPacket } from '../model/sealed-packet.ts'
import { showPacket } from './packet-view.ts'
import { unseal } from './unseal.ts'

const { sealed, words } = JSON.parse(document.getElementById('data')?.textContent ?? '{}') as {
  sealed: SealedPacket
  words: PacketWords
}
const form = document.querySelector<HTMLFormElement>('#lock')!
const passphrase = form.querySelector<HTMLInputElement>('#passphrase')!
const said = form.querySelector<HTMLElement>('#said')!
const open = form.querySelector<HTMLButtonElement>('[type="submit"]')!

form.hidden = false
passphrase.focus()
form.querySelector('#show')?.addEventListener('change', (event) => {
  passphrase.type = (event.target as HTMLInputElement).checked ? 'text' : 'password'
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  void tryToOpen()
})

async function tryToOpen(): Promise<void> {
  if (open.getAttribute('aria-disabled') === 'true') return
  said.className = ''
  said.textContent = words.lock.opening
  open.setAttribute('aria-disabled', 'true')
  let packet: Packet
  try {
    if (globalThis.crypto?.subtle === undefined) return complain(words.lock.unable)
    packet = await unseal(sealed, passphrase.value)
  } catch {
    passphrase.setAttribute('aria-invalid', 'true')
    passphrase.focus()
    passphrase.select()
    return complain(words.lock.wrong)
  } finally {
    open.removeAttribute('aria-disabled')
  }
  passphrase.value = ''
  await showPacket(packet, words)
}

function complain(text: string): void {
  said.className = 'wrong'
  said.textContent = text
}
