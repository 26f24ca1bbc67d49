// What makes the workbench better with a script. Every page works without it.
import { Button, ErrorSummary, SkipLink, createAll } from 'govuk-frontend'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
for (const Component of [Button, ErrorSummary, SkipLink]) createAll(Component)

// What belongs to one choice is shown with it. The Radios of the Design System do the same, and say so with an
// attribute that radio buttons may not have.
for (const radio of document.querySelectorAll('input[type="radio"][data-aria-controls]')) {
  const part = document.getElementById(radio.dataset.ariaControls)
  const show = () => part.classList.toggle('govuk-radios__conditional--hidden', !radio.checked)
  for (const other of document.getElementsByName(radio.name)) other.addEventListener('change', show)
  window.addEventListener('pageshow', show)
  show()
}

const work = document.querySelector('form[data-ws="work"]')
const side = document.querySelector('[data-ws="side"]')

// The answer at the side narrows while somebody chooses.
if (work && side) {
  const said = document.createElement('p')
  said.className = 'ws-hidden'
  said.setAttribute('role', 'status')
  side.before(said)
  let wait
  let latest = 0
  // old says that the answer is from before the last change.
  const old = () => {
    if (side.querySelector('.ws-old')) return
    const note = document.createElement('p')
    note.className = 'ws-old'
    note.textContent = said.textContent = 'This answer is from before your last change, which could not be read. Save to see why.'
    side.prepend(note)
  }
  work.addEventListener('change', () => {
    clearTimeout(wait)
    wait = setTimeout(async () => {
      const turn = ++latest
      try {
        const reply = await fetch('/case/preview', { method: 'POST', body: new URLSearchParams(new FormData(work)) })
        if (turn !== latest) return
        const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
        const next = page.querySelector('main')
        const level = next?.querySelector('.level')?.textContent ?? ''
        if (!level) {
          old()
          return
        }
        const note = next.querySelector('.ws-old')?.textContent ?? ''
        if (note) said.textContent = note
        else if (level !== side.querySelector('.level')?.textContent) said.textContent = level
        side.replaceChildren(...next.childNodes)
        const short = document.querySelector('.ws-level a')
        if (short) short.textContent = level
      } catch {
        if (turn === latest) old()
      }
    }, 250)
  })
}

// What edits of the rules do is shown as it is worked out. What was opened is open once it is there again; the focus stays where
// it was, or goes to the link to look again.
const live = document.querySelector('[data-ws="live"]')
if (live) {
  const said = document.createElement('p')
  said.className = 'ws-hidden'
  said.setAttribute('role', 'status')
  live.before(said)
  const keyOf = (part) => part.querySelector('.ws-fact__title').textContent
  const opened = new Set()
  // One look ends before the next begins, however slow the service is.
  const lookAgain = () => setTimeout(async () => {
    await look()
    lookAgain()
  }, 2000)
  const look = async () => {
    if (document.hidden) return
    try {
      const reply = await fetch(location.pathname)
      if (!reply.ok) return
      const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
      const next = page.querySelector('[data-ws="live"]')
      if (!next || next.dataset.wsStamp === live.dataset.wsStamp) return
      for (const part of live.querySelectorAll('details')) opened[part.open ? 'add' : 'delete'](keyOf(part))
      for (const part of next.querySelectorAll('details')) part.open = opened.has(keyOf(part))
      const focus = live.contains(document.activeElement) ? document.activeElement : null
      const within = focus?.closest('details')
      const key = within && keyOf(within)
      live.dataset.wsStamp = next.dataset.wsStamp
      live.replaceChildren(...next.childNodes)
      const there = key && [...live.querySelectorAll('details')].find((part) => keyOf(part) === key)
      if (focus) (there?.querySelector('summary') ?? live.querySelector('#doing a')).focus({ preventScroll: true })
      said.textContent = live.querySelector('#doing').firstChild.textContent
    } catch {
      // The service may be about to start again; the next look tells.
    }
  }
  lookAgain()
}

// “None of these” and “Do not know” stand alone.
for (const box of document.querySelectorAll('input[type="checkbox"][value^="!"]')) {
  const others = [...document.getElementsByName(box.name)].filter((other) => other !== box)
  box.addEventListener('change', () => { if (box.checked) for (const other of others) other.checked = false })
  for (const other of others) other.addEventListener('change', () => { if (other.checked) box.checked = false })
}

// A page to print has a button for it.
const hint = document.querySelector('.ws-print-hint')
if (hint) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button'
  button.textContent = 'Print'
  button.addEventListener('click', () => window.print())
  hint.after(button)
}

// Nothing typed is lost by closing the page unnoticed.
let dirty = false
work?.addEventListener('input', () => { dirty = true })
document.addEventListener('submit', () => { dirty = false })
window.addEventListener('beforeunload', (event) => { if (dirty) event.preventDefault() })
