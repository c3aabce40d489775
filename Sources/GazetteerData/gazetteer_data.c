const int gazetteer_placeholder = 0;
