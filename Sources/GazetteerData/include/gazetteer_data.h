extern const int gazetteer_placeholder;
