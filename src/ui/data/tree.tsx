import type { Child } from 'hono/jsx'

export type TreeNode = {
  label: Child
  href?: string | undefined
  /** At the right end: a state, a count; never a link. */
  end?: Child
  /** What can be done here, a link at the right end; its name is spoken with that of the node. */
  action?: { href: string; label: string } | undefined
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
        {node.children?.length ? <Fold node={node} nodes={node.children} /> : <Leaf node={node} />}
      </li>
    ))}
  </ul>
)

/** A summary holds no link, since it is a button itself; the link stands beside it. */
const Fold = ({ node, nodes }: { node: TreeNode; nodes: readonly TreeNode[] }) => {
  const action = node.action ?? (node.href ? { href: node.href, label: 'Buka' } : undefined)
  return (
    <div class="tree-node" data-action={action ? '' : undefined}>
      {action ? <Action {...action} of={node.label} /> : null}
      <details open={node.open}>
        <summary>
          <span class="tree-line">
            <span>{node.label}</span>
            <End {...node} />
          </span>
        </summary>
        <Branch nodes={nodes} />
      </details>
    </div>
  )
}

const Leaf = ({ node }: { node: TreeNode }) => (
  <div class="tree-node" data-action={node.action ? '' : undefined}>
    {node.action ? <Action {...node.action} of={node.label} /> : null}
    <div class="tree-leaf">
      <span class="tree-line">
        {node.href ? <a href={node.href}>{node.label}</a> : <span>{node.label}</span>}
        <End {...node} />
      </span>
    </div>
  </div>
)

const Action = ({ href, label, of }: { href: string; label: string; of: Child }) => (
  <a class="tree-action" href={href}>
    {label}
    <span class="visually-hidden"> {of}</span>
  </a>
)

const End = ({ end }: TreeNode) => (end ? <span class="tree-end">{end}</span> : null)
