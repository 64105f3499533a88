import { Field, type FieldProps, inputAttributes } from './field.tsx'

export type Option = { value: string; label: string }
export type OptionGroup = { label: string; options: readonly Option[] }

export type SelectProps = FieldProps & {
  options: readonly (Option | OptionGroup)[]
  value?: string | null | undefined
  /** The first, empty choice. */
  placeholder?: string | undefined
  width?: 'short' | 'medium' | undefined
  /** Lets the person type to find one among many, when script is on. */
  filterable?: boolean | undefined
  required?: boolean | undefined
}

/** One of a known list. Up to six choices: prefer Radios. */
export const Select = (props: SelectProps) => {
  const select = (
    <select
      class="input"
      {...inputAttributes(props)}
      data-width={props.width}
      required={props.required}
    >
      {props.placeholder === undefined ? null : <option value="">{props.placeholder}</option>}
      {props.options.map((option) =>
        'options' in option ? (
          <optgroup label={option.label}>
            {option.options.map((inner) => choice(inner, props.value))}
          </optgroup>
        ) : (
          choice(option, props.value)
        ),
      )}
    </select>
  )
  return (
    <Field {...props}>
      {props.filterable ? <combo-box class="combobox">{select}</combo-box> : select}
    </Field>
  )
}

const choice = ({ value, label }: Option, current: string | null | undefined) => (
  <option value={value} selected={value === current}>
    {label}
  </option>
)
