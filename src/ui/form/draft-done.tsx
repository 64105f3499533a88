/** Put on a receipt: the draft under this key was received, the browser may forget it. */
export const DraftDone = ({ draft }: { draft: string }) => (
  <span hidden data-draft-done={draft}></span>
)
