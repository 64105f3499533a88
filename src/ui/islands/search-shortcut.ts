const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]')

/** The key / leads to the search box of the top bar. */
addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
  if (isTyping(event.target)) return
  const box = document.querySelector<HTMLInputElement>('[data-shortcut="/"]')
  if (!box) return
  event.preventDefault()
  box.focus()
  box.select()
})
