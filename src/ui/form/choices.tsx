import type { Child } from 'hono/jsx'
import { fieldId, type FieldProps, Hint, Optional, Problem } from './field.tsx'

export type Choice = {
  value: string
  label: Child
  hint?: Child
  /** At the right end: a weight, a price. */
  end?: Child
  /** Fields that this answer asks for; browsers with :has show them only when it is chosen. */
  inside?: Child
  disabled?: boolean | undefined
}

type ChoicesProps = FieldProps & {
  options: readonly Choice[]
  /** Side by side, for two or three short answers. */
  inline?: boolean | undefined
  /** A frame around each answer, for answers with explanations. */
  boxed?: boolean | undefined
}

export type RadiosProps = ChoicesProps & { value?: string | null | undefined }
export type CheckboxesProps = ChoicesProps & { values?: readonly string[] | undefined }

/** One answer of a few. */
export const Radios = ({ value, ...props }: RadiosProps) => (
  <Choices {...props} type="radio" chosen={value == null ? [] : [value]} />
)

/** Any number of answers; the form receives the name once for each. */
export const Checkboxes = ({ values = [], ...props }: CheckboxesProps) => (
  <Choices {...props} type="checkbox" chosen={values} />
)

export type CheckboxProps = Omit<FieldProps, 'optional'> & {
  checked?: boolean | undefined
  value?: string | undefined
}

/** A single yes: "Saya telah membaca …". */
export const Checkbox = ({ checked, value = 'ya', ...props }: CheckboxProps) => {
  const id = fieldId(props)
  return (
    <div class="field" data-invalid={props.error ? '' : undefined}>
      <Problem id={id} error={props.error} />
      <label class="choice">
        <input
          type="checkbox"
          id={id}
          name={props.name}
          value={value}
          checked={checked}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={props.error ? `${id}-masalah` : undefined}
        />
        <span>
          {props.label}
          {props.hint ? <small>{props.hint}</small> : null}
        </span>
      </label>
    </div>
  )
}

const Choices = (
  props: ChoicesProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] },
) => {
  const id = fieldId(props)
  const described = [props.hint ? `${id}-petunjuk` : '', props.error ? `${id}-masalah` : '']
  return (
    <fieldset
      class="field"
      data-invalid={props.error ? '' : undefined}
      aria-describedby={described.filter(Boolean).join(' ') || undefined}
    >
      <legend class="field-label">
        {props.label}
        <Optional when={props.optional} />
      </legend>
      <Hint id={id} hint={props.hint} />
      <Problem id={id} error={props.error} />
      <div
        class="choices"
        data-inline={props.inline ? '' : undefined}
        data-boxed={props.boxed ? '' : undefined}
      >
        {props.options.map((option, index) => (
          <>
            <label class="choice">
              <input
                type={props.type}
                id={index === 0 ? id : `${id}-${index + 1}`}
                name={props.name}
                value={option.value}
                checked={props.chosen.includes(option.value)}
                disabled={option.disabled}
              />
              <span>
                {props.boxed ? <b>{option.label}</b> : option.label}
                {option.hint ? <small>{option.hint}</small> : null}
              </span>
              {option.end ? <span class="choice-end">{option.end}</span> : null}
            </label>
            {option.inside ? <div class="choice-inside">{option.inside}</div> : null}
          </>
        ))}
      </div>
    </fieldset>
  )
}
