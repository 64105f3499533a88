const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]')

/** A letter presses the button or link, or leads to the field, inside the element that names it in data-key. */
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target))
    return
  if (!/^[a-z]$/.test(event.key)) return
  const named = document.querySelector<HTMLElement>(`[data-key="${event.key}"]`)
  const target = named?.matches('a, button')
    ? named
    : named?.querySelector<HTMLElement>('button, a, textarea, input')
  if (!target) return
  event.preventDefault()
  if (target.matches('textarea, input')) target.focus()
  else target.click()
})
