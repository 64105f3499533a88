import type { Child } from 'hono/jsx'

export type TreeNode = {
  label: Child
  href?: string | undefined
  /** At the right end: a state, a count. */
  end?: Child
  open?: boolean | undefined
  id?: string | undefined
  children?: readonly TreeNode[] | undefined
}

/** Things inside things, folded with details. */
export const Tree = ({ label, nodes }: { label: string; nodes: readonly TreeNode[] }) => (
  <nav class="tree" aria-label={label}>
    <Branch nodes={nodes} />
  </nav>
)

const Branch = ({ nodes }: { nodes: readonly TreeNode[] }) => (
  <ul>
    {nodes.map((node) => (
      <li id={node.id}>
        {node.children?.length ? (
          <details open={node.open}>
            <summary>
              <Line {...node} />
            </summary>
            <Branch nodes={node.children} />
          </details>
        ) : (
          <div class="tree-leaf">
            <Line {...node} />
          </div>
        )}
      </li>
    ))}
  </ul>
)

const Line = ({ label, href, end }: TreeNode) => (
  <span class="tree-line">
    {href ? <a href={href}>{label}</a> : <span>{label}</span>}
    {end ? <span class="tree-end">{end}</span> : null}
  </span>
)
