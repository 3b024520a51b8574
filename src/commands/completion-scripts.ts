export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** A line `:files` in the answer asks the shell for its own files; every other is a word, a tab, and what it means. */
export const completionScripts: Readonly<Record<Shell, string>> = {
  bash: `# bash completion for loggkoll
_loggkoll() {
  local cur=\${COMP_WORDS[COMP_CWORD]} line file
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      compopt -o filenames 2> /dev/null
      while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -f -- "$cur")
    else
      COMPREPLY+=("\${line%%$'\\t'*}")
    fi
  done < <("\${COMP_WORDS[0]}" complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2> /dev/null)
}
complete -F _loggkoll loggkoll
`,
  zsh: `#compdef loggkoll
_loggkoll() {
  local line
  local -a values
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      _files
    else
      values+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
    fi
  done < <("\${words[1]}" complete -- "\${(@)words[2,CURRENT]}" 2> /dev/null)
  (( \${#values} )) && _describe loggkoll values
}
if [[ $funcstack[1] == _loggkoll ]]; then _loggkoll "$@"; else compdef _loggkoll loggkoll; fi
`,
  fish: `# fish completion for loggkoll
function __loggkoll_complete
  set -l words (commandline -opc) (commandline -ct)
  for line in (loggkoll complete -- $words[2..-1] 2> /dev/null)
    if test "$line" = ':files'
      __fish_complete_path (commandline -ct)
    else
      echo $line
    end
  end
end
complete -c loggkoll -f -a '(__loggkoll_complete)'
`,
}
