/* Reads every event of the files named, and does nothing with them: the least that any reader of
   YAML built on libyaml can cost. */
#include <stdio.h>
#include <yaml.h>

static int drain(const char *path) {
  FILE *file = fopen(path, "rb");
  yaml_parser_t parser;
  yaml_event_t event;
  int more = 1;
  if (!file || !yaml_parser_initialize(&parser)) return 1;
  yaml_parser_set_input_file(&parser, file);
  while (more) {
    if (!yaml_parser_parse(&parser, &event)) return 1;
    more = event.type != YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  fclose(file);
  return 0;
}

int main(int count, char **paths) {
  for (int index = 1; index < count; index++)
    if (drain(paths[index])) return 1;
  return 0;
}
